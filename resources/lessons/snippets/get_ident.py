from threading import Thread, get_ident

results = {}


def work():
    results[get_ident()] = "mine"


thread = Thread(target=work)
thread.start()
thread.join()
print(get_ident() == thread.ident, results[thread.ident], get_ident() != 0)
