namespace Pipelines.Cli.Servers;

/// <summary>Reads a job of GitLab CI from its variables.</summary>
internal static class GitLabJob
{
    public static ServerJob Read(ServerVariables variables)
    {
        var change = Change(variables);
        return new(Host.GitLab, variables.Text("CI_PROJECT_PATH"), variables.Text("CI_COMMIT_SHA"))
        {
            Branch = change?.Source ?? variables["CI_COMMIT_BRANCH"],
            Tag = variables["CI_COMMIT_TAG"],
            Change = change,
            Event = variables.Text("CI_PIPELINE_SOURCE"),
            Run = variables.Text("CI_PIPELINE_ID"),
            Name = variables.Text("CI_JOB_NAME"),
            Shard = Shard(variables),
            Environment = variables["CI_ENVIRONMENT_NAME"],
            Page = variables.Address("CI_JOB_URL"),
            Api = variables.Address("CI_API_V4_URL"),
        };
    }

    private static ChangeRequest? Change(ServerVariables variables) => variables.Number("CI_MERGE_REQUEST_IID") is not { } number ? null
        : new(
            number,
            // Known apart only where a merge with the target is built.
            variables["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] ?? variables.Text("CI_COMMIT_SHA"),
            variables.Text("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"),
            variables.Text("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"))
        {
            IsOfFork = variables["CI_MERGE_REQUEST_SOURCE_PROJECT_ID"] != variables["CI_MERGE_REQUEST_PROJECT_ID"],
        };

    // Jobs of a matrix are numbered as well, but each has work of its own: "tests: [linux, 10.0]" is one of them, "tests 2/4" is a share.
    private static JobShard? Shard(ServerVariables variables) =>
        variables.Number("CI_NODE_INDEX") is { } index && variables.Number("CI_NODE_TOTAL") is > 1 and var total
        && new JobShard(index, total) is var shard && variables.Text("CI_JOB_NAME").Contains(shard.ToString(), StringComparison.Ordinal) ? shard : null;
}
