# What the module gc keeps for a program: thresholds, flags, callbacks, statistics.
import gc

print(gc.get_threshold(), gc.get_debug(), gc.garbage, gc.isenabled())
before = gc.get_threshold()
gc.set_threshold(100, 5)
print(gc.get_threshold())
gc.set_threshold(*before)
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
for call in (lambda: gc.set_threshold(), lambda: gc.set_threshold("a"), lambda: gc.collect(3), lambda: gc.collect("a"),
             lambda: gc.set_debug("a"), lambda: gc.get_objects(3), lambda: gc.get_objects(-2)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

seen = []
gc.callbacks.append(lambda phase, info: seen.append((phase, sorted(info), info["generation"])))
gc.collect()
gc.collect(1)
gc.callbacks.clear()
print(seen)
stats = gc.get_stats()
print(len(stats), [sorted(s) for s in stats], stats[2]["collections"] > 0)
marker = ["a list that is looked for"]
print(any(o is marker for o in gc.get_objects()))
gc.freeze()
gc.unfreeze()
print(gc.get_freeze_count())
