# An editor that undoes by keeping copies: which kind of copy matters.
import copy


class Document:
    def __init__(self, title):
        self.title = title
        self.paragraphs = [[]]

    def write(self, *words):
        self.paragraphs[-1].extend(words)

    def new_paragraph(self):
        self.paragraphs.append([])

    def __str__(self):
        return f'{self.title}: ' + ' / '.join(' '.join(p) for p in self.paragraphs)


class Editor:
    def __init__(self, document, copier):
        self.document, self.copier, self.undone = document, copier, []

    def do(self, action, *args):
        self.undone.append(self.copier(self.document))
        getattr(self.document, action)(*args)

    def undo(self):
        self.document = self.undone.pop()


for copier in copy.copy, copy.deepcopy:
    editor = Editor(Document('Story'), copier)
    editor.do('write', 'once', 'upon')
    editor.do('new_paragraph')
    editor.do('write', 'the', 'end')
    print(copier.__name__, '|', editor.document)
    editor.undo()
    print('   undone |', editor.document)
    editor.undo()
    print('   undone |', editor.document)
print(editor.document.paragraphs, len(editor.undone))
try:
    editor.undo()
    editor.undo()
except IndexError as error:
    print(error)
