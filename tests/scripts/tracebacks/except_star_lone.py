# A lone exception is wrapped for its clause.
try:
    raise ValueError('alone')
except* ValueError as group:
    group.add_note('wrapped')
    raise group
