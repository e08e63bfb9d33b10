namespace Pipelines.Tests.Parameters;

internal interface ISampleComponent
{
    [Parameter("Where to")]
    string? Stage => null;

    [Parameter]
    [Secret]
    string? Token => null;
}
