# A module with a syntax error.
import unparsable_module
