"""What this interpreter can tell of identities and pickles. No other Python has this module."""

from _selfsame import HEADING as _HEADING, explain_pickle as _explain_pickle

__all__ = ['Explanation', 'explain']


class Explanation(list):
    """The steps of a pickle, in order: a list of plain dicts, with a text form.

    Every step has the same keys:

    offset      where the opcode stands in the pickle
    opcode      its name, as in pickletools; None for an unknown byte and for the end of truncated data
    argument    what stands behind it in the pickle, as text, or None
    stack       the stack after it, as texts: at most six items from the top, the top last; marks are 'MARK'
    depth       how many items and marks the stack has
    memo        how it uses the memo: a dict of index, stored (else fetched) and value; or None
    resolution  where a name leads: a dict of status, module, name, old, kind, slot, generation and text; or None
    effect      what a load would do outside the pickle, e.g. 'would call ...'; for STOP, the result; or None
    error       what a load would fail with here because the pickle is broken, or None; the last step, if any
    text        all this for people to read

    The status of a resolution is 'already here' (then kind says what it is, slot and generation where it lies),
    'would import', 'missing module', 'missing name', 'would ask' (Python code would have to say), 'not allowed'
    (by the interpreter's policy) or 'unregistered code'. old is the pair of Python 2's names that stand in the
    pickle, if they have changed since.
    """

    def __str__(self):
        return '\n'.join([_HEADING, *(step['text'] for step in self)])


def explain(data, /):
    """Tell what pickle.loads(data) would do, opcode by opcode, without doing it: an Explanation.

    Nothing is imported, nothing is called, and no hook for attributes is asked. A broken pickle is explained as far
    as it goes; its last step says what is wrong.
    """
    return Explanation(_explain_pickle(data))
