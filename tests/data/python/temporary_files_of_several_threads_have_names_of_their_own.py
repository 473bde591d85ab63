# tempfile: one generator of names for all threads, behind a lock; and files that are closed and gone afterwards.
import os
import tempfile
import threading

names, left = [], []


def work(folder):
    for _ in range(5):
        with tempfile.NamedTemporaryFile(dir=folder) as file:
            file.write(b"text")
            file.flush()
            names.append(file.name)
            left.append(os.path.getsize(file.name) != 4)
        left.append(os.path.exists(file.name))
    with tempfile.SpooledTemporaryFile(10) as file:
        file.write(b"more than ten bytes")
        file.seek(0)
        left.append(file.read() != b"more than ten bytes")


with tempfile.TemporaryDirectory() as folder:
    threads = [threading.Thread(target=work, args=(folder,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(len(names), len(set(names)), any(left), os.listdir(folder))
print(os.path.exists(folder))
#> 20 20 False []
#> False
