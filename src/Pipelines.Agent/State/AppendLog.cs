using System.Text;

namespace Pipelines.Agent.State;

/// <summary>Lines that are only ever added, each on disk before it counts.</summary>
internal sealed class AppendLog
{
    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly List<long> _ends = [];

    public AppendLog(string path)
    {
        _path = path;
        Load();
    }

    public int Length
    {
        get
        {
            lock (_gate)
            {
                return _ends.Count;
            }
        }
    }

    /// <summary>The lines from number <paramref name="from"/> on (0 is the first), each with its line end.</summary>
    public (byte[] Lines, int Length) Read(int from)
    {
        lock (_gate)
        {
            if (from >= _ends.Count)
            {
                return ([], _ends.Count);
            }

            var start = from <= 0 ? 0 : _ends[from - 1];
            using var stream = File.OpenRead(_path);
            stream.Position = start;
            var lines = new byte[_ends[^1] - start];
            stream.ReadExactly(lines);
            return (lines, _ends.Count);
        }
    }

    /// <param name="expectedLength">Lines the writer has seen; null adds whatever is there.</param>
    /// <exception cref="RefusedException">409: somebody else added lines; 400: not one line.</exception>
    public int Append(string line, int? expectedLength)
    {
        if (line.AsSpan().ContainsAny('\n', '\r') || line.Length == 0)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, "A log takes one line at a time, and not an empty one; send one JSON value without line breaks.");
        }

        lock (_gate)
        {
            if (expectedLength is { } expected && expected != _ends.Count)
            {
                throw new RefusedException(StatusCodes.Status409Conflict, $"The log has {_ends.Count} lines where {expected} were expected; read the others first.")
                {
                    Length = _ends.Count,
                };
            }

            var start = _ends.Count == 0 ? 0 : _ends[^1];
            using var stream = DurableFile.Open(_path, FileMode.OpenOrCreate);
            // What a failed write left behind the last whole line goes away with the next one.
            stream.SetLength(start);
            stream.Position = start;
            stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
            stream.Flush(flushToDisk: true);
            _ends.Add(stream.Position);
            if (_ends.Count == 1)
            {
                DurableFile.FlushFolder(Path.GetDirectoryName(_path)!);
            }

            return _ends.Count;
        }
    }

    private void Load()
    {
        if (!File.Exists(_path))
        {
            return;
        }

        var content = File.ReadAllBytes(_path);
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] == (byte)'\n')
            {
                _ends.Add(at + 1);
            }
        }

        var whole = _ends.Count == 0 ? 0 : _ends[^1];
        if (whole < content.Length)
        {
            using var stream = DurableFile.Open(_path, FileMode.OpenOrCreate);
            stream.SetLength(whole);
            stream.Flush(flushToDisk: true);
        }
    }
}
