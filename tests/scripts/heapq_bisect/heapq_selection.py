# The largest, the smallest, and merging.
import heapq

data = [5, 3, 8, 1, 9, 2]
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(1, data), heapq.nsmallest(0, data), heapq.nlargest(99, data))
words = ['pear', 'fig', 'apple', 'kiwi']
print(heapq.nsmallest(2, words, key=len), heapq.nlargest(2, words, key=len), heapq.nlargest(2, iter(words)), heapq.nsmallest(1, []))
print(list(heapq.merge([1, 4, 7], [2, 5], [], [3])), list(heapq.merge('ace', 'bd', key=str.lower)))
print(list(heapq.merge([9, 4], [8, 5], reverse=True)), list(heapq.merge(['bb', 'a'], ['ccc', 'd'], key=len, reverse=True)))
print(heapq.nlargest(-1, data), list(heapq.merge()))
