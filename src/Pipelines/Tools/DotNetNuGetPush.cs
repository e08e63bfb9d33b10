namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.NuGetPush"/>.</summary>
public sealed record DotNetNuGetPush
{
    /// <summary>Address, name or folder of the feed; the configured default unless set.</summary>
    public string? Source { get; init; }

    /// <summary>The feed's key. <c>dotnet</c> takes it as an argument only, which other users of the machine can see while it runs.</summary>
    public Secret? ApiKey { get; init; }

    /// <summary>Address of the feed for symbols.</summary>
    public string? SymbolSource { get; init; }

    /// <summary>The key of the feed for symbols.</summary>
    public Secret? SymbolApiKey { get; init; }

    /// <summary>A package that the feed has already is no failure.</summary>
    public bool SkipDuplicate { get; init; }

    /// <summary>Leaves symbols out.</summary>
    public bool NoSymbols { get; init; }

    /// <summary>Limit of one transfer; 5 minutes unless set.</summary>
    public TimeSpan? Timeout { get; init; }

    internal Command Command(string package) => DotNet.Run(new CommandWords("nuget", "push", package)
        .Option("--source", Source)
        .Option("--api-key", ApiKey)
        .Option("--symbol-source", SymbolSource)
        .Option("--symbol-api-key", SymbolApiKey)
        .Flag("--skip-duplicate", SkipDuplicate)
        .Flag("--no-symbols", NoSymbols)
        .Option("--timeout", (int?)Timeout?.TotalSeconds));
}
