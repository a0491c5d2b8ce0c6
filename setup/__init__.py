"""Set-up (安装): brings a bare machine to the point where Zhifa runs; standard library only, but for `truetype`."""
