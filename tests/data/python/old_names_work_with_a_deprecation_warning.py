import threading, warnings
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    t = threading.Thread(name="a"); t.setName("b"); t.getName(); t.setDaemon(True); t.isDaemon()
    threading.currentThread(); threading.activeCount(); threading.Event().isSet()
for w in seen: print(w.category.__name__, w.message)
print(t.name, t.daemon)

#> DeprecationWarning setName() is deprecated, set the name attribute instead
#> DeprecationWarning getName() is deprecated, get the name attribute instead
#> DeprecationWarning setDaemon() is deprecated, set the daemon attribute instead
#> DeprecationWarning isDaemon() is deprecated, get the daemon attribute instead
#> DeprecationWarning currentThread() is deprecated, use current_thread() instead
#> DeprecationWarning activeCount() is deprecated, use active_count() instead
#> DeprecationWarning isSet() is deprecated, use is_set() instead
#> b True
