import threading
done = threading.Event()
threads = [threading.Thread(target=done.wait, name="worker") for _ in range(2)]
print([thread.name for thread in threads])
for thread in threads: thread.start()
threads[0].name = "first"; threads[1].setName("second")
print(threads[0].getName(), threads[1].name, [t.name for t in threading.enumerate()])
threads[0].name = 7
print(repr(threads[0].name))
done.set()
for thread in threads: thread.join()
print(threads[0].name)

#> ['worker', 'worker']
#> first second ['MainThread', 'first', 'second']
#> '7'
#> 7
