namespace Pipelines.Planning;

/// <summary>Numbers, the smallest first. The framework's queue is compiled anew at every start for numbers, which takes longer than all it does here.</summary>
internal sealed class RankQueue
{
    private int[] _heap = new int[4];

    public int Count { get; private set; }

    /// <summary>The smallest; only when there is one.</summary>
    public int First => _heap[0];

    public void Add(int rank)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, Count * 2);
        }
        var hole = Count++;
        for (var parent = (hole - 1) / 2; hole > 0 && _heap[parent] > rank; parent = (hole - 1) / 2)
        {
            _heap[hole] = _heap[parent];
            hole = parent;
        }
        _heap[hole] = rank;
    }

    /// <summary>Takes the smallest; only when there is one.</summary>
    public int Take()
    {
        var first = _heap[0];
        var last = _heap[--Count];
        var hole = 0;
        for (var child = Smaller(hole); child < Count && _heap[child] < last; child = Smaller(hole))
        {
            _heap[hole] = _heap[child];
            hole = child;
        }
        _heap[hole] = last;
        return first;
    }

    private int Smaller(int parent)
    {
        var left = (parent * 2) + 1;
        return left + 1 < Count && _heap[left + 1] < _heap[left] ? left + 1 : left;
    }
}
