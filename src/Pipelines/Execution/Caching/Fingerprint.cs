using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pipelines.Graph;

namespace Pipelines.Execution.Caching;

/// <summary>One hash over everything a target says it depends on, and over the code of its work. Values go in as a hash only.</summary>
internal sealed class Fingerprint : IDisposable
{
    private const string Format = "1";
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Fingerprint(TargetNode node)
    {
        Add(Format, node.Name, node.ResultType?.ToString() ?? "");
        Add([.. node.Inputs, "", .. node.Outputs]);
        foreach (var work in node.Work)
        {
            AddCode(work.Author);
        }
        foreach (var input in node.InputValues)
        {
            Add(input.Name, Text(input.Value()));
        }
    }

    public void AddFile(string path, string hash) => Add(path, hash);

    public void AddResult(string target, object? result) => Add(target, JsonSerializer.Serialize(result));

    public string Finish() => Convert.ToHexString(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        Secret secret => secret.Reveal(),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        IEnumerable items => string.Concat(items.Cast<object?>().Select(Text).Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}"))),
        _ => value.ToString() ?? "",
    };

    // The work of an async lambda is in the state machine that the compiler makes of it.
    private void AddCode(System.Reflection.MethodInfo method)
    {
        var body = Attribute.GetCustomAttribute(method, typeof(StateMachineAttribute)) is StateMachineAttribute machine
            ? machine.StateMachineType.GetMethod("MoveNext", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)
            : method;
        _hash.AppendData(body?.GetMethodBody()?.GetILAsByteArray() ?? []);
    }

    private void Add(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            // The length in front keeps "ab","c" and "a","bc" apart.
            var bytes = Encoding.UTF8.GetBytes(text);
            _hash.AppendData(BitConverter.GetBytes(bytes.Length));
            _hash.AppendData(bytes);
        }
    }
}
