#pragma warning disable RS0030 // As authors do, on the console.
using Serilog;

namespace Pipelines.EndToEnd.Start;

/// <summary>A build whose targets all write the first line of the process at the same time, and a secret on the console. This assembly is also its program.</summary>
internal sealed class Talkers : PipelineBuild
{
    public const int Lines = 50;

    [Parameter, Secret]
    private readonly string _apiKey = "";

    public Target A => _ => Talk(_);

    public Target B => _ => Talk(_);

    public Target C => _ => Talk(_);

    public Target D => _ => Talk(_);

    private ITargetDefinition Talk(ITargetDefinition definition) => definition.Executes(run =>
    {
        Log.ForContext<Talkers>().Information("{Target} speaks", run.Target);
        for (var line = 0; line < Lines; line++)
        {
            Console.Write($"{run.Target} knows ");
            Console.WriteLine($"{_apiKey} {line}");
            Console.Error.WriteLine($"{run.Target} frets");
        }
        Console.Write($"{run.Target} is done");
    });

    public static int Run() => Execute<Talkers>(build => build.A, build => build.B, build => build.C, build => build.D);
}
