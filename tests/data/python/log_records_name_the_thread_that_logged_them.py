# logging: handlers have a lock each, records know their thread, a QueueListener writes from a thread of its own.
import logging
import logging.handlers
import queue
import sys
import threading

logging.basicConfig(stream=sys.stdout, format="%(threadName)s %(levelname)s: %(message)s", level=logging.INFO)


def work(number):
    logging.info("begins")
    if number == 1:
        try:
            1 / 0
        except ZeroDivisionError:
            logging.error("goes wrong: %s", sys.exc_info()[1])
    logging.debug("is not shown")
    logging.info("ends with %d", number)


for number in range(3):
    thread = threading.Thread(target=work, args=(number,), name=f"Worker-{number}")
    thread.start()
    thread.join()

records = queue.Queue()
listener = logging.handlers.QueueListener(records, logging.StreamHandler(sys.stdout))
queued = logging.getLogger("queued")
queued.propagate = False
queued.addHandler(logging.handlers.QueueHandler(records))
listener.start()
for number in range(3):
    queued.warning("record %d", number)
listener.stop()

handler = logging.StreamHandler(sys.stdout)
with handler.lock:
    other = threading.Thread(target=handler.handle, args=(logging.makeLogRecord({"msg": "waited for the handler"}),))
    other.start()
    print("the handler is taken")
other.join()
#> Worker-0 INFO: begins
#> Worker-0 INFO: ends with 0
#> Worker-1 INFO: begins
#> Worker-1 ERROR: goes wrong: division by zero
#> Worker-1 INFO: ends with 1
#> Worker-2 INFO: begins
#> Worker-2 INFO: ends with 2
#> record 0
#> record 1
#> record 2
#> the handler is taken
#> waited for the handler
