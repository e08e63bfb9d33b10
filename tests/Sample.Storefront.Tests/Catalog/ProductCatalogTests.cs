using NUnit.Framework;
using Sample.Storefront.Catalog;
using Shouldly;

namespace Sample.Storefront.Tests.Catalog;

public sealed class ProductCatalogTests
{
    private readonly ProductCatalog _catalog = new();

    [Test]
    public void The_pages_together_are_the_catalogue()
    {
        var pages = Enumerable.Range(1, 3).SelectMany(page => _catalog.Page(page, size: 5).Items);

        pages.ShouldBe(_catalog.All);
    }

    [TestCase(4, 5)]
    [TestCase(int.MaxValue, 100)]
    public void Behind_the_last_page_is_nothing(int page, int size)
    {
        _catalog.Page(page, size).Items.ShouldBeEmpty();
    }
}
