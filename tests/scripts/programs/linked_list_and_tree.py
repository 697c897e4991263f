# Data structures of one's own, with the protocols that make them feel built in.
class LinkedList:
    class Node:
        __slots__ = ('value', 'next')

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, items=()):
        self.head = None
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = self.Node(value, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return sum(1 for _ in self)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList(list(self)[index])
        for i, value in enumerate(self):
            if i == index:
                return value
        raise IndexError(f'no item {index} in {len(self)}')

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __eq__(self, other):
        return isinstance(other, LinkedList) and list(self) == list(other)

    def __repr__(self):
        return f'LinkedList({list(self)})'


class Tree:
    def __init__(self, key=None):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        if self.key is None:
            self.key = key
        elif key < self.key:
            self.left = self.left or Tree()
            self.left.insert(key)
        elif key > self.key:
            self.right = self.right or Tree()
            self.right.insert(key)
        return self

    def __contains__(self, key):
        node = self
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def depth(self):
        return 1 + max(child.depth() if child else 0 for child in (self.left, self.right))


l = LinkedList('abc')
l.push('z')
print(l, len(l), l[1], l[1:3], list(reversed(l)), 'b' in l, l == LinkedList('zabc'), bool(LinkedList()))
a, *rest = l
print(a, rest, [*l, *l], max(l), dict(enumerate(l)))
try:
    l[9]
except IndexError as error:
    print(error)
t = Tree()
for n in (5, 2, 8, 1, 9, 3, 5, 7):
    t.insert(n)
print(list(t), 3 in t, 4 in t, t.depth(), sum(t), sorted(t, reverse=True)[:2])
