"""Forms (表单): what people fill in; one file per form, its name is the formKey of the user task."""

from forms.description import Demand, FieldDescription, FormDescription, describe
from forms.reader import read
from forms.register import FORMS, ROUTING

__all__ = ["FORMS", "ROUTING", "Demand", "FieldDescription", "FormDescription", "describe", "read"]
