# Every distribution gives the numbers it gives in CPython.
import random

random.seed(5)
for call in ['uniform(1, 10)', 'uniform(5, -5)', 'triangular()', 'triangular(0, 10, 2)', 'triangular(1, 1, 1)', 'normalvariate()', 'normalvariate(10, 2)', 'gauss()', 'gauss(5, 3)', 'gauss(0, 1)',
             'lognormvariate(0, 1)', 'expovariate(2)', 'expovariate()', 'vonmisesvariate(0, 4)', 'vonmisesvariate(1, 0)', 'vonmisesvariate(1, 1e6)', 'gammavariate(2.5, 1)', 'gammavariate(1, 3)',
             'gammavariate(0.3, 2)', 'betavariate(2, 3)', 'betavariate(0.5, 0.5)', 'paretovariate(3)', 'weibullvariate(1, 2)', 'binomialvariate()', 'binomialvariate(10, 0.2)', 'binomialvariate(10, 0.9)',
             'binomialvariate(1000, 0.3)', 'binomialvariate(500, 0.97)', 'binomialvariate(5, 0)', 'binomialvariate(5, 1)']:
    print(call, [eval('random.' + call) for _ in range(3)])
for call in ['gammavariate(0, 1)', 'gammavariate(1, -1)', 'expovariate(0)', 'binomialvariate(-1)', 'binomialvariate(5, 1.5)', 'paretovariate(0)', 'weibullvariate(1, 0)']:
    try:
        print(call, eval('random.' + call))
    except Exception as e:
        print(call, type(e).__name__, e)
