namespace Pipelines.Parameters;

/// <summary>Shells that complete what is typed.</summary>
internal enum Shell
{
    /// <summary>The GNU shell.</summary>
    Bash,

    /// <summary>The Z shell.</summary>
    Zsh,

    /// <summary>The friendly interactive shell.</summary>
    Fish,

    /// <summary>PowerShell.</summary>
    Pwsh,
}
