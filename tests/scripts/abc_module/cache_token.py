# Registering changes the token and lets negative answers be asked again.
import abc


class A(abc.ABC):
    pass


class B:
    pass


before = abc.get_cache_token()
print(isinstance(B(), A), before == abc.get_cache_token())
A.register(B)
print(isinstance(B(), A), before == abc.get_cache_token())
A.register(B)
print(type(abc.get_cache_token()).__name__)
