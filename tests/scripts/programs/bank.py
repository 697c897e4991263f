# Accounts, transactions, and what goes wrong with them.
class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f'{account.owner} has {account.balance}, not {amount}')
        self.account, self.amount = account, amount


class Account:
    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.history = owner, balance, []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('a deposit must be positive')
        self.balance += amount
        self.history.append(('deposit', amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(('withdraw', amount))

    def __repr__(self):
        return f'Account({self.owner!r}, {self.balance})'


class Transaction:
    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [(a.balance, list(a.history)) for a in self.accounts]

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            for account, (balance, history) in zip(self.accounts, self.saved):
                account.balance, account.history = balance, history
            print('rolled back:', error)
        return kind is not None and issubclass(kind, InsufficientFunds)


ada, bob = Account('Ada', 100), Account('Bob')
with Transaction(ada, bob):
    ada.withdraw(30)
    bob.deposit(30)
print(ada, bob)
with Transaction(ada, bob):
    bob.deposit(500)
    ada.withdraw(500)
print(ada, bob)
try:
    with Transaction(ada):
        ada.deposit(-1)
except ValueError as error:
    print(type(error).__name__, error)
print(ada.history, bob.history)
