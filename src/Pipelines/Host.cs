namespace Pipelines;

/// <summary>Where the run's output is read; found from the environment.</summary>
public enum Host
{
    /// <summary>Lines without colour: a file, a pipe, an unknown server, <c>NO_COLOR</c> or a dumb terminal.</summary>
    Plain,

    /// <summary>A person at a terminal.</summary>
    Terminal,

    /// <summary>A job of GitHub Actions.</summary>
    GitHub,

    /// <summary>A job of GitLab CI.</summary>
    GitLab,
}
