/tmp/h/wt/conform/build/x/bin/turnwise-python: can't open file '/tmp/h/wt/conform/*.py': [Errno 2] No such file or directory
rc 2
