namespace Pipelines.Tests.Parameters;

[Flags]
internal enum Toppings
{
    None = 0,
    Nuts = 1,
    HotSauce = 2,
}
