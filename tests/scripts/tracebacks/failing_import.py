# An error while a module is being imported: the frames of the import system aren't shown.
import failing_module
