# An instance's pickle holds its state and its class's name: the class is found again.
import pickle


class Point:
    scale = 1

    def __init__(self, x, y):
        self.x, self.y = x, y

    def scaled(self):
        return self.x * self.scale, self.y * self.scale


p = Point(3, 4)
data = pickle.dumps(p)
print(data)

q = pickle.loads(data)
print(q is p, q.__dict__ == p.__dict__, type(q) is Point)

Point.scale = 10
print(q.scaled(), pickle.loads(data).scaled())


class Point:
    def scaled(self):
        return 'a different class altogether'


print(pickle.loads(data).scaled(), pickle.loads(data).x)
print(q.scaled())
