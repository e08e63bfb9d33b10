using System.Collections.Immutable;

namespace Pipelines.Tests.Parameters;

internal class SampleBuild : ISampleComponent
{
    [Parameter("How it tastes")]
    public readonly Flavour Flavour = Flavour.Plain;

    [Parameter]
    [Required]
    public Secret? ApiKey { get; }

    [Parameter]
    public int? Retries { get; init; }

    [Parameter]
    public bool Fast { get; private set; }

    [Parameter]
    public double Share { get; set; } = 0.5;

    [Parameter]
    public AbsolutePath? Folder { get; set; }

    [Parameter]
    public TimeSpan Pause { get; set; }

    [Parameter]
    public Uri? Address { get; set; }

    [Parameter]
    public Port? Port { get; set; }

    [Parameter]
    public IReadOnlyList<string> Tags { get; set; } = ["own"];

    [Parameter(Separator = ",")]
    public ImmutableArray<int> Sizes { get; set; } = [];

    [Parameter(Name = "storefront-faults")]
    public string? Faults { get; set; }
}
