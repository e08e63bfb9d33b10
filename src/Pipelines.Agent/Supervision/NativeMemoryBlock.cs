using System.Runtime.InteropServices;

namespace Pipelines.Agent.Supervision;

/// <summary>Native memory that is freed together.</summary>
internal sealed class NativeMemoryBlock : IDisposable
{
    private readonly List<nint> _parts = [];

    public nint Zeroed(int size)
    {
        var part = Marshal.AllocCoTaskMem(size);
        _parts.Add(part);
        Marshal.Copy(new byte[size], 0, part, size);
        return part;
    }

    public nint Text(string text)
    {
        var part = Marshal.StringToCoTaskMemUTF8(text);
        _parts.Add(part);
        return part;
    }

    /// <summary>An array of texts that ends with a null pointer, as <c>argv</c> and <c>envp</c> do.</summary>
    public nint Texts(IReadOnlyList<string> texts)
    {
        var array = Zeroed((texts.Count + 1) * nint.Size);
        for (var index = 0; index < texts.Count; index++)
        {
            Marshal.WriteIntPtr(array, index * nint.Size, Text(texts[index]));
        }

        return array;
    }

    public void Dispose() => _parts.ForEach(Marshal.FreeCoTaskMem);
}
