namespace Pipelines.Tests.Parameters;

internal enum Flavour
{
    Plain,
    BlueGreen,
}
