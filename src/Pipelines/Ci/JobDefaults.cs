namespace Pipelines.Ci;

/// <summary>Puts what a target says of its job under what a workflow says of it.</summary>
internal static class JobDefaults
{
    public static Job Under(Job said, Job? known) => known is null || ReferenceEquals(said, known) ? said : said with
    {
        Title = said.Title ?? known.Title,
        Runner = said.Runner ?? known.Runner,
        Stage = said.Stage ?? known.Stage,
        When = said.When ?? known.When,
        Start = said.Start == JobStart.AfterSuccess ? known.Start : said.Start,
        Needs = said.Needs.IsEmpty ? known.Needs : said.Needs,
        WaitsForAll = said.WaitsForAll || known.WaitsForAll,
        Arguments = known.Arguments.SetItems(said.Arguments),
        Variables = known.Variables.SetItems(said.Variables),
        Secrets = said.Secrets.IsEmpty ? known.Secrets : said.Secrets,
        Shards = said.Shards == 1 ? known.Shards : said.Shards,
        Matrix = said.Matrix ?? known.Matrix,
        Services = said.Services.IsEmpty ? known.Services : said.Services,
        Container = said.Container ?? known.Container,
        Deployment = said.Deployment ?? known.Deployment,
        Concurrency = said.Concurrency ?? known.Concurrency,
        Permissions = said.Permissions.IsEmpty ? known.Permissions : said.Permissions,
        IdentityToken = said.IdentityToken ?? known.IdentityToken,
        Caches = said.Caches ?? known.Caches,
        Timeout = said.Timeout ?? known.Timeout,
        Retries = said.Retries == 0 ? known.Retries : said.Retries,
        MayFail = said.MayFail || known.MayFail,
        FullHistory = said.FullHistory || known.FullHistory,
        TestReports = said.TestReports.IsEmpty ? known.TestReports : said.TestReports,
        Coverage = said.Coverage ?? known.Coverage,
        ShowsFindings = said.ShowsFindings || known.ShowsFindings,
        Reports = said.Reports.IsEmpty ? known.Reports : said.Reports,
        GitHub = said.GitHub ?? known.GitHub,
        GitHubSteps = said.GitHubSteps.IsEmpty ? known.GitHubSteps : said.GitHubSteps,
        GitLab = said.GitLab ?? known.GitLab,
        GitLabScript = said.GitLabScript.IsEmpty ? known.GitLabScript : said.GitLabScript,
    };
}
