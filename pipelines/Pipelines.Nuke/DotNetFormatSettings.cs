using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet format</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetFormatSettings : ToolSettings
{
    /// <summary>Solution or project; the one in the working folder unless set.</summary>
    public string? Project { get; init; }

    /// <summary>Changes nothing and fails when something would change.</summary>
    public bool VerifyNoChanges { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>Least severity that counts.</summary>
    public string? Severity { get; init; }

    /// <inheritdoc/>
    protected override Command Command => DotNet.Format(Project ?? ".", new()
    {
        VerifyNoChanges = VerifyNoChanges,
        NoRestore = NoRestore,
        Severity = Severity,
    });
}
