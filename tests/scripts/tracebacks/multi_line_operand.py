# The failing part of a statement that spans lines.
value = (
    10
    + 20
    + 'thirty'
    + 40
)
