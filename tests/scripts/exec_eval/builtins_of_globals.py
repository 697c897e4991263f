# `__builtins__` in the globals of `exec` may be any mapping; globals of a subclass of `dict` are asked as locals.
import types


def attempt(source, globals, mode="exec"):
    try:
        return eval(compile(source, "test", mode), globals)
    except Exception as error:
        print(type(error).__name__, error)


class Sub(dict):
    pass


class Refusing(dict):
    def __getitem__(self, key):
        raise KeyError("refused")

    def __setitem__(self, key, value):
        raise ValueError("read-only")


class Failing(dict):
    def __getitem__(self, key):
        raise ValueError("failed")


class Default(dict):
    def __missing__(self, key):
        if key.startswith("__"):
            raise KeyError(key)
        return key.upper()


print(attempt("x", {"__builtins__": Sub(x=1)}, "eval"))
attempt("x", {"__builtins__": Sub()}, "eval")
print(attempt("x", {"__builtins__": types.MappingProxyType({"x": 2})}, "eval"))
attempt("x", {"__builtins__": Failing(x=1)}, "eval")
print(attempt("x", {"__builtins__": Default()}, "eval"))
module = types.ModuleType("other")
module.x = 3
print(attempt("x", {"__builtins__": module}, "eval"))

attempt("class A: pass", {"__builtins__": {}})
attempt("import foo.bar", {"__builtins__": {}})
ns = {"__builtins__": {"__import__": lambda *args: args}}
attempt("import foo.bar", ns)
print(ns["foo"] == ("foo.bar", ns, ns, None, 0))
ns = {"__builtins__": {}, "it": iter([1, 2])}
attempt("it.__reduce__()", ns, "eval")
ns["__builtins__"] = {"iter": list}
print(attempt("it.__reduce__()", ns, "eval"))

attempt("x", Failing(x=1), "eval")
attempt("x = 1", Refusing())
print(attempt("word", Default(), "eval"))
ns = Sub()
attempt("x = 1\ndef f(): return x", ns)
print(ns["x"], ns["f"]())
