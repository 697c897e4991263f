"""An instance's pickle holds the instance's own state, and its class's name."""
import pickle


class Account:
    currency = 'euro'

    def __init__(self, balance):
        print('__init__ runs')
        self.balance = balance

    def show(self):
        return f'{self.balance} {self.currency}'


account = Account(10)
data = pickle.dumps(account)
print(data)

Account.currency = 'crown'              # belongs to the class: not in the pickle
account.balance = 99                    # belongs to the instance: in the pickle, as it was

again = pickle.loads(data)              # __init__ isn't called: the state is put back
print(again.show(), '-', account.show())
print('the same instance:', again is account, ' the same class:', type(again) is type(account))
