using System.Globalization;

namespace Pipelines.EndToEnd.Caching;

/// <summary>A build whose cache takes a while to write. This assembly is also its program, so that a test can kill it meanwhile.</summary>
internal sealed class CacheWriter : PipelineBuild
{
    public const int Files = 40;

    [Parameter("Of which every byte written depends")]
    private readonly int _state = -1;

    /// <summary>Writes files of a megabyte each, and gives what they are made of.</summary>
    public Target<int> Write => _ => _
        .InputValue("State", () => _state)
        .Outputs("output/**/*")
        .Executes(() =>
        {
            Directory.CreateDirectory(RootDirectory / "output");
            for (var file = 0; file < Files; file++)
            {
                File.WriteAllText(RootDirectory / "output" / Name(file), Content(_state, file));
            }

            return _state;
        });

    public static int Run() => Execute<CacheWriter>(build => build.Write);

    public static string Name(int file) => string.Create(CultureInfo.InvariantCulture, $"{file}.txt");

    public static string Content(int state, int file) =>
        string.Concat(Enumerable.Repeat(string.Create(CultureInfo.InvariantCulture, $"{state:D8} {file:D6}\n"), 64 * 1024));
}
