# Frames of methods are named by the method, with its qualified name not shown.
class Account:
    def __init__(self, balance):
        self.balance = balance

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError('negative balance: %d' % value)
        self._balance = value

    def __sub__(self, amount):
        return Account(self.balance - amount)


account = Account(10)
account - 5
account - 20
