namespace Pipelines.Targets.DotNet;

/// <summary>How bad a finding is, in the words of GitHub's and NuGet's advisories.</summary>
public enum Severity
{
    /// <summary>Little harm.</summary>
    Low,

    /// <summary>Harm under conditions.</summary>
    Moderate,

    /// <summary>Much harm.</summary>
    High,

    /// <summary>The worst.</summary>
    Critical,
}
