using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Ci.Parity;

/// <summary>The services that are generated for GitLab, beside a job in a container.</summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where dockerd runs")]
public sealed class ServiceTests
{
    // It starts dockerd, as root, and makes images: for those who ask, with PIPELINES_DOCKERD=1.
    private static IEnumerable<string> Images => Environment.GetEnvironmentVariable("PIPELINES_DOCKERD") is { Length: > 0 } ? ["postgres:17"] : [];

    [TestCaseSource(nameof(Images))]
    public async Task A_job_asks_the_PostgreSQL_server_that_its_file_puts_beside_it(string image)
    {
        using var repository = await SampleRepository.CreateAsync();
        using var kept = new ScratchFolder();
        await using var docker = await DockerDaemon.StartAsync();
        await docker.MakeImagesAsync(job: "mcr.microsoft.com/dotnet/sdk:10.0", postgres: image);

        var run = await GitLab.RunInContainersAsync(
            repository.Root, docker, kept / "artifacts", "--variable", "CI_PIPELINE_SOURCE=web", "--ignore-predefined-vars", "CI_PIPELINE_SOURCE", "--variable", "WORKFLOW=database");

        run.ExitCode.ShouldBe(0, $"{run}");
        run["ask-database"].Result.ShouldBe("success");
        run.Log.ShouldContain(image);
        (await File.ReadAllTextAsync(kept / "artifacts/ask-database/output/report/database.txt")).ShouldBe("42");
    }
}
