"""Forms (表单): what people fill in; one file per form, its name is the formKey of the user task."""

from forms.answers import Answers, flatten, say
from forms.description import Demand, FieldDescription, FormDescription, describe
from forms.reader import read
from forms.register import FORMS, ROUTING

__all__ = ["FORMS", "ROUTING", "Answers", "Demand", "FieldDescription", "FormDescription", "describe", "flatten", "read", "say"]
