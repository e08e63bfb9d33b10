namespace Pipelines;

/// <summary>How GitLab's jobs are spread over files. GitHub has a file for each workflow anyway.</summary>
public enum GitLabFiles
{
    /// <summary>All in <c>.gitlab-ci.yml</c>.</summary>
    One,

    /// <summary>A file for each workflow in <c>.gitlab/ci</c>, which <c>.gitlab-ci.yml</c> includes; a job of several workflows stands in the file of the first.</summary>
    PerWorkflow,
}
