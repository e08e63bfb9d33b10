using System.Collections.Immutable;
using Pipelines.Execution.Caching;
using Pipelines.Graph;

namespace Pipelines.Execution.Continuing;

/// <summary>The last run, which did not succeed, with what it had done until then.</summary>
internal sealed class FailedRun
{
    private readonly AbsolutePath _folder;
    private readonly Dictionary<string, ImmutableArray<Figure>> _done = new(StringComparer.Ordinal);

    private FailedRun(AbsolutePath folder, string text)
    {
        (_folder, Identity) = (folder, new("", [], [], []));
        // A killed run may leave half a row at the end.
        foreach (var row in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Read(TextTable.Cells(row));
        }
    }

    public string Id => _folder.Name;

    public RunIdentity Identity { get; private set; }

    private bool Succeeded { get; set; }

    /// <summary>The run to go on with.</summary>
    /// <exception cref="DefinitionException">There is none, it succeeded, or the build is another one now.</exception>
    public static FailedRun Latest(AbsolutePath root)
    {
        var runs = root / ".nuke" / "temp" / "runs";
        var file = (Directory.Exists(runs) ? Directory.GetDirectories(runs) : [])
            .OrderDescending(StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, RunJournal.FileName))
            .FirstOrDefault(File.Exists)
            ?? throw new DefinitionException("--continue: there is no earlier run here. Run it without --continue.");
        var run = new FailedRun(AbsolutePath.Parse(file).Parent!, File.ReadAllText(file));
        if (run.Succeeded)
        {
            throw new DefinitionException($"--continue: the last run, {run.Id}, succeeded. Run it without --continue.");
        }
        return run.Identity.Code == BuildCode.Stamp() ? run : throw run.Refusal("the build was compiled anew since");
    }

    /// <summary>Makes sure that the run may be gone on with.</summary>
    /// <exception cref="DefinitionException">The plan or a parameter changed.</exception>
    public void Check(RunIdentity identity)
    {
        if (identity.Difference(Identity) is { } difference)
        {
            throw Refusal(difference);
        }
    }

    /// <summary>What the target did in that run; null when it did not succeed, or its result is not there.</summary>
    public DoneTarget? Find(TargetNode node)
    {
        if (!_done.TryGetValue(node.Name, out var figures))
        {
            return null;
        }
        if (node.ResultType is null)
        {
            return new(figures, Result: null);
        }
        var result = RunJournal.ResultFile(_folder, node.Name);
        return File.Exists(result) ? new(figures, File.ReadAllText(result)) : null;
    }

    private DefinitionException Refusal(string reason) =>
        new($"--continue: run {Id} cannot be gone on with, as {reason}. Run it without --continue; what declares its inputs and is unchanged is skipped all the same.");

    private void Read(string[] cells)
    {
        switch (cells)
        {
            case ["code", var code]:
                Identity = Identity with { Code = code };
                break;
            case ["plan", .. var plan]:
                Identity = Identity with { Plan = [.. plan] };
                break;
            case ["invoked", .. var invoked]:
                Identity = Identity with { Invoked = [.. invoked] };
                break;
            case ["value", ..] when TargetState.Read(cells) is { } value:
                Identity = Identity with { Values = Identity.Values.Add(value) };
                break;
            case ["done", var name, .. var figures]:
                _done[name] = [.. figures.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new Figure(pair[0], pair[1]))];
                break;
            case ["end", "0"]:
                Succeeded = true;
                break;
        }
    }
}
