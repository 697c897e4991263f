"""copy and deepcopy make new objects, and leave classes alone."""
import copy


class Team:
    league = ['the league']

    def __init__(self):
        self.members = ['Ada', ['Grace', 'Edsger']]


team = Team()
shallow = copy.copy(team)
deep = copy.deepcopy(team)

print('              shallow  deep')
print('same object   ', shallow is team, deep is team)
print('same members  ', shallow.members is team.members, deep.members is team.members)
print('same class    ', type(shallow) is Team, type(deep) is Team)
print('same league   ', shallow.league is team.league, deep.league is team.league)

team.members[1].append('Barbara')
print('in the copy   ', shallow.members[1], deep.members[1])

# A class is its own copy, and so is a function: copying goes by name there, as pickling does.
print(copy.deepcopy(Team) is Team, copy.deepcopy([len, Team]) == [len, Team])
