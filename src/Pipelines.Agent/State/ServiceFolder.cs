namespace Pipelines.Agent.State;

/// <summary>Where the files of one service lie.</summary>
internal sealed class ServiceFolder(string root, string service)
{
    public string Path { get; } = System.IO.Path.Combine(root, "services", service);

    public string State => System.IO.Path.Combine(Path, "service.json");

    public string Releases => System.IO.Path.Combine(Path, "releases");

    public string Log(string log) => System.IO.Path.Combine(Path, $"{log}.jsonl");

    public string Release(string release) => System.IO.Path.Combine(Releases, release);

    public string Files(string release) => System.IO.Path.Combine(Release(release), "files");

    public string Specification(string release) => System.IO.Path.Combine(Release(release), "release.json");

    public string Record(string release, int index) => System.IO.Path.Combine(Release(release), $"instance-{index}.json");

    public string Output(string release, int index) => System.IO.Path.Combine(Release(release), $"instance-{index}.log");
}
