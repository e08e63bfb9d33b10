using Pipelines.Testing;
using Pipelines.Tools;

namespace Pipelines.EndToEnd.Bootstrap;

/// <summary>The sources of this repository in a folder of their own, uncommitted changes included, so that tests may change them.</summary>
internal static class RepositoryCopy
{
    public static async Task MakeAsync(ScratchFolder target, ICommandRunner runner, CancellationToken cancellationToken)
    {
        var listing = Git.Query("ls-files", "--cached", "--others", "--exclude-standard") with { WorkingDirectory = Repository.Root };
        var files = (await runner.RunAsync(listing, cancellationToken)).Output;
        foreach (var file in files.Where(file => File.Exists(Repository.Root / file)))
        {
            var copy = target / file;
            copy.Parent!.CreateDirectory();
            File.Copy(Repository.Root / file, copy);
        }
    }
}
