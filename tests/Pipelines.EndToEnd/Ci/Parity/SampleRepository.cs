using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Ci.Parity;

/// <summary>A repository whose build class is <see cref="SampleBuild"/>, with the files that its own <c>GenerateCi</c> wrote, all committed.</summary>
internal sealed class SampleRepository : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private SampleRepository() => Shell = new(_folder / "sample");

    public Shell Shell { get; }

    public AbsolutePath Root => Shell.Folder;

    public AbsolutePath Workflow(string name) => Root / ".github/workflows" / $"{name}.yml";

    /// <param name="options">Of <c>GenerateCi</c>, such as <c>--confirmed preview</c>.</param>
    public static async Task<SampleRepository> CreateAsync(params IEnumerable<string> options)
    {
        _ = Needs.Program("git", package: "git");
        var repository = new SampleRepository();
        repository.Write(".nuke/parameters.json", "{}\n");
        repository.Write(".gitignore", "/output/\n/.nuke/temp/\n/.gitlab-ci-local/\n");
        repository.Write("version.txt", "1.4.0\n");
        repository.Write("global.json", "{}\n");

        // The class is compiled with the tests, so that no job has to.
        repository.Write("build.sh", $"#!/bin/sh\n{Programs.Chosen}={nameof(SampleBuild)} exec dotnet '{Programs.File}' \"$@\"\n");
        await repository.Shell.SucceedAsync("chmod", "+x", "build.sh");
        await repository.Shell.SucceedAsync("./build.sh", ["GenerateCi", .. options]);
        await repository.Shell.SucceedAsync("git", "init", "--quiet", "--initial-branch=main");
        await repository.CommitAsync("Begin");
        return repository;
    }

    /// <summary>Changes a file and commits it.</summary>
    public async Task EditAsync(AbsolutePath file, Func<string, string> change)
    {
        var before = await File.ReadAllTextAsync(file);
        var after = change(before);
        await File.WriteAllTextAsync(file, after == before ? throw new InvalidOperationException($"Nothing of '{file}' was to be changed:\n{before}") : after);
        await CommitAsync($"Change {file.Name}");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string file, string text) => _folder.Write($"sample/{file}", text);

    private async Task CommitAsync(string message)
    {
        await Shell.SucceedAsync("git", "add", "--all");
        await Shell.SucceedAsync("git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", message);
    }
}
