using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet nuget push</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetNuGetPushSettings : ToolSettings
{
    /// <summary>The package, or a pattern such as <c>output/*.nupkg</c>.</summary>
    public string? TargetPath { get; init; }

    /// <summary>Address, name or folder of the feed.</summary>
    public string? Source { get; init; }

    /// <summary>The key of the feed; masked in every sink.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Address of the feed for symbols.</summary>
    public string? SymbolSource { get; init; }

    /// <summary>The key of the feed for symbols; masked in every sink.</summary>
    public string? SymbolApiKey { get; init; }

    /// <summary>A package that the feed has already is no failure.</summary>
    public bool SkipDuplicate { get; init; }

    /// <summary>Leaves symbols out.</summary>
    public bool NoSymbols { get; init; }

    /// <inheritdoc/>
    protected override Command Command => DotNet.NuGetPush(TargetPath ?? "*.nupkg", new()
    {
        Source = Source,
        ApiKey = Rooted.Secret(ApiKey),
        SymbolSource = SymbolSource,
        SymbolApiKey = Rooted.Secret(SymbolApiKey),
        SkipDuplicate = SkipDuplicate,
        NoSymbols = NoSymbols,
    });
}
