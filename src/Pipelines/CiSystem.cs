namespace Pipelines;

/// <summary>Which CI systems files are written for.</summary>
[Flags]
public enum CiSystem
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>GitHub Actions: a file for each workflow in <c>.github/workflows</c>.</summary>
    GitHub = 1,

    /// <summary>GitLab CI: <c>.gitlab-ci.yml</c>.</summary>
    GitLab = 2,

    /// <summary>Both; what one of them lacks is then an error.</summary>
    All = GitHub | GitLab,
}
